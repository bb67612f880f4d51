// What the plain script settings.js leaves for the modules that come after it.
declare function applySettings(chosen: { size?: string; scheme?: string; spacing?: string }): void;
