/** What an assistant asked and is not told. The message is for the assistant: what is wrong, where, and what to do. */
export class ToolRefusal extends Error {
  override readonly name = 'ToolRefusal';
}
