export * from '../../domain/figures/figures';
