export * from '../../domain/figures/names';
