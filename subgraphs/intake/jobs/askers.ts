/** Who asks for what nobody asked for: no sign-in is called so, since those hold no space. */
export const PRODUCT = 'the product';
export const WATCHED_FOLDER = 'watched folder';
