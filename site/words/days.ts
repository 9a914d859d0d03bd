export * from '../../domain/figures/days';
