/** How much a cell may say: a page cannot draw more, and a cell that never ends would fill the machine's memory. */

/** What is allowed of each kind of message: characters of text, else a number of messages. */
const limits: Record<string, number> = { stream: 2e6, display_data: 1000, update_display_data: 20_000 };

/** What a message costs beside its text. */
const perMessage = 100;

const what: Record<string, string> = {
  stream: 'is as much as a cell may print',
  display_data: 'is as many things as a cell may show',
  update_display_data: 'is as often as a cell may change what it shows',
};

export class Allowance {
  private readonly used: Record<string, number> = {};

  /** What may be said of it: all, a part of it, or nothing; with a word about it where it is cut. */
  cut(type: string, content: object): { content?: object; notice?: string } {
    const limit = limits[type];
    if (limit === undefined) return { content };
    const { text } = content as { text?: string };
    const before = this.used[type] ?? 0;
    const now = (this.used[type] = before + (text === undefined ? 1 : text.length + perMessage));
    if (now <= limit) return { content };
    const notice = `\n[Cut here: this ${what[type]}. The cell goes on.]\n`;
    return {
      ...(text && before < limit ? { content: { ...content, text: text.slice(0, limit - before) } } : {}),
      ...(before <= limit ? { notice } : {}), // once
    };
  }
}
