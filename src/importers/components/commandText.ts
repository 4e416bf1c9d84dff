/** A text with the name of its file, and the line of the file that each of its lines is on. */
export type CommandText = {
  readonly file: string;
  readonly content: string;
  readonly lineAt: (line: number) => number;
};
