/** The provider without the package's entrance, which would warn on every start with Node 20. */
declare module 'oidc-provider/lib/provider.js' {
  export { Provider } from 'oidc-provider';
}
