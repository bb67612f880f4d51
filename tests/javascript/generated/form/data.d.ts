// What `script` in directory/intake/web/pages.py writes: the fields of the model and the words of the city.
export interface Field {
  key: string;
  title: string;
  kind: string;
  many?: boolean;
  required?: boolean;
  silent?: boolean;
  words?: string;
  preset?: string;
  pattern?: string;
  choices?: Record<string, string>;
  fields?: Field[];
}
export const FIELDS: Field[];
export const WORDS: Record<string, Record<string, string>>;
export const OFFERS: string;
export const CITY: string;
export const MOST_WORDS: number;
export const HOUSES: string[];
export const CITY_WIDE: string[];
export const PARTS: { title: string; paths: string[] }[];
export const ITEMS: Record<string, string>;
export const FORGE: { address: string; path: string; content: string; most: number } | null;
