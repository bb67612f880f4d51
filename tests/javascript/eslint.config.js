// Which rules the scripts of the site keep; settings.js is no module, because it runs before anything is painted.
import js from "@eslint/js";
import globals from "globals";

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  { languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.browser } },
  { files: ["**/controls.js"], languageOptions: { globals: { applySettings: "readonly" } } },
  { files: ["**/settings.js", "**/probes.js"], languageOptions: { sourceType: "script" } },
];
