export * from '../../domain/figures/comparisons';
