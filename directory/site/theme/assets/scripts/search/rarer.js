// What is loaded only with the rarer words.

export { readIntents } from "./intents.js";
export { readNames } from "./names.js";
