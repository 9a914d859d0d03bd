/** The values that a statement binds, and the conditions that they stand in. */
export class Conditions {
  readonly values: unknown[] = [];
  readonly #conditions: string[] = ['true'];

  /** Binds a value and gives the SQL that stands for it. */
  bind(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  add(condition: string): void {
    this.#conditions.push(condition);
  }

  /** One value is compared as one: an index that begins with the column then gives the rows in their order. */
  isOneOf(column: string, values: readonly unknown[] | null, type: string): void {
    if (values === null) return;
    const [only] = values;
    this.add(
      values.length === 1
        ? `${column} = ${this.bind(only, type)}`
        : `${column} = any(${this.bind(values, `${type}[]`)})`,
    );
  }

  get sql(): string {
    return this.#conditions.join(' and ');
  }
}
