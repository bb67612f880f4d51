// The data that `help_script` in directory/search/help/__init__.py puts into recognise.js.
export const letters: [string, string][];
export const dangers: string[];
export const victims: Record<string, string>;
export const hints: Record<string, string>;
export const topics: Record<string, string>;
export const rules: string[][];
export const languages: string[];
export const base: number;
export const rule: number;
export const packed: string;
