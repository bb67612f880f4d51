// Writes some offers as JSON, and as YAML with the default settings of two packages of npm. See README.md.
import { writeFileSync } from "node:fs";
import { stringify } from "yaml";
import { dump } from "js-yaml";

const long = "Das ist ein sehr langer Satz mit vielen Wörtern, denn manche Programme brechen lange Zeilen nach 80 Zeichen um: Das hier auch.";
const access = { rollstuhl: "ja", aufzug: "no", hinweis: ["Bitte rufen Sie vorher an."], stand: "2026-05" };
const september = { ab: "2026-09-01", bis: "2026-09-30" };
const source = [{ url: "https://www.example.org/seite?a=1&b=2#c", stand: "2026-10" }];
const base = { name: "Gruppe", art: ["selbsthilfegruppe"], themen: ["sucht"], beschreibung: ["Wir treffen uns."], quelle: source };

const offers = {
  texts: {
    ...base,
    name: "no",
    weitere_namen: ["null", "~", "true", "1e3", "0x1F", "- Treff", "Treff: Nord", "# 5", "„Anker“ am Markt", "@home"],
    beschreibung: [long, "Mit\tTabulator.", "Erste Zeile.\nZweite Zeile.", "  Leerzeichen davor und danach.  ", "Ende mit Umbruch.\n"],
    fuer_wen: "Für alle.\n\nAuch für Sie: Kommen Sie!\n",
    kontakt: { telefon: "03641 123456", hinweis: [`${long} ${long}`] },
  },
  numbers: {
    ...base,
    orte: [{ strasse: "Am Markt", hausnummer: "3", plz: "07743", position: { breite: "50.940", laenge: 11.6 } }],
    zeiten: [{ zweck: "treffen", tage: ["Di"], im_monat: [2, "letzter"], von: "18:30", bis: "20:00", stand: "2026-10-01" }],
    alter: { ab: 18, bis: "27" },
    kosten: { art: "preis", betrag: "2,50", stand: "2026" },
    kontakt: { telefon: [{ nummer: "0171 2345678", wofuer: "0800" }, "116 117"] },
  },
  repeated: {
    ...base,
    orte: [{ strasse: "Am Markt", zugang: access }, { strasse: "Am Hafen", rolle: "buero", zugang: access }],
    zeiten: [
      { zweck: "offen", tage: ["Mo-Fr"], von: "9-12", gueltig: september, stand: "2026-10" },
      { zweck: "treffen", termine: ["2026-09-06"], von: "15.00", gueltig: september, nach_vereinbarung: true, stand: "unbekannt" },
    ],
    gueltig: september,
  },
  sparse: {
    ...base,
    zielgruppen: [],
    traeger: null,
    orte: [{ bei: "ein-haus", plz: null }],
    sprachen: ["no", "de"],
    ausnahmen: [{ ab: "2026-12-24", bis: "2027-01-06", zu: false, hinweis: "Wir haben offen." }],
    kontakt: {},
  },
};

for (const [name, offer] of Object.entries(offers)) {
  writeFileSync(`${name}.json`, `${JSON.stringify(offer, null, 1)}\n`);
  writeFileSync(`${name}.npm-yaml.yaml`, stringify(offer));
  writeFileSync(`${name}.js-yaml.yaml`, dump(offer));
}
