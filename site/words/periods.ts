export * from '../../domain/figures/periods';
