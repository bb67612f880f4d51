// What `help_script` in directory/search/help/__init__.py writes: recognise.js with its rules.
export function fold(text: string): string;
export function recognise(query: string): { level: "acute" | "topic" | "none"; dangers: string[]; ruled: boolean };
