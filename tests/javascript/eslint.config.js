// Which rules the scripts of the site keep; settings.js is no module, because it runs before anything is painted.
import js from "@eslint/js";
import globals from "globals";

export default [
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  js.configs.recommended,
  {
    ignores: ["**/probes.js"],
    rules: {
      "no-restricted-syntax": ["error", {
        selector: "TemplateLiteral TemplateLiteral",
        message: "rjsmin takes blanks out of a template within a template.",
      }],
    },
  },
  { languageOptions: { ecmaVersion: 2024, sourceType: "module", globals: globals.browser } },
  { files: ["**/controls.js"], languageOptions: { globals: { applySettings: "readonly" } } },
  { files: ["**/settings.js", "**/probes.js"], languageOptions: { sourceType: "script" } },
];
