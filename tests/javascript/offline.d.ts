// What the script in the root of the site says to offline-worker.js.
declare const KEPT: string[];
declare const DAY: string;
