export * from '../../domain/figures/numbers';
