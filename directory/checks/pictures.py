"""A photo loads quickly, tells nothing but what one sees, and shows only a door that everybody may know."""

from collections.abc import Iterator
from datetime import date

from directory.model import Directory, Entry
from directory.model.picture import Picture, PictureFile
from directory.problems import Problem, quoted

MOST_BYTES, MOST_PIXELS = 200_000, 1600


def check(directory: Directory, _: date) -> Iterator[Problem]:
    """Yield what is wrong with the photos of entries."""
    for entry in directory.entries:
        if entry.picture:
            forbidden = list(_place(directory, entry))
            yield from forbidden or _file(entry, entry.picture, directory.pictures.get(entry.picture.file))


def _place(directory: Directory, entry: Entry) -> Iterator[Problem]:
    """Yield why nobody may see where it is: the place is secret, it is no door for all, or its topic is sensitive."""
    topics = directory.vocabulary.topics
    sensitive = [topics[one].name for one in entry.topics if one in topics and topics[one].sensitive]
    if entry.secret:
        message = "Der Ort ist geheim. Ein Foto verrät ihn."
    elif sensitive:
        message = f"Das Thema {quoted(sensitive[0])} ist sensibel. Ein Foto von der Tür schadet vielleicht jemandem."
    elif not any(place.kind == "fest" for place in directory.places(entry)):
        message = "Dieses Angebot hat kein festes Haus für alle. Vielleicht ist das Foto von einem privaten Ort."
    else:
        return
    yield Problem.at(entry.position("bild"), "bild-ort", message, "Löschen Sie „bild“ und die Datei.")


def _file(entry: Entry, picture: Picture, file: PictureFile | None) -> Iterator[Problem]:
    where = entry.position("bild", "datei")
    if file is None:
        message = f"Das Foto {quoted(picture.file)} gibt es nicht."
        yield Problem.at(where, "bild-fehlt", message, "Legen Sie es in den Ordner „_bilder“, oder löschen Sie „bild“.")
        return
    if not file.width:
        message = f"Die Datei {quoted(picture.file)} ist kein Foto in einem Format für das Internet."
        yield Problem.at(where, "bild-format", message, "Speichern Sie das Foto als JPG, PNG oder WebP.")
        return
    if file.size > MOST_BYTES:
        message = f"Das Foto {quoted(picture.file)} ist zu groß: {-(-file.size // 1000)} KB."
        hint = f"Erlaubt sind {MOST_BYTES // 1000} KB. Speichern Sie das Foto kleiner."
        yield Problem.at(where, "bild-zu-gross", message, hint)
    if max(file.width, file.height) > MOST_PIXELS:
        message = f"Das Foto {quoted(picture.file)} ist zu groß: {file.width} mal {file.height} Pixel."
        hint = f"Erlaubt sind {MOST_PIXELS} Pixel auf jeder Seite. Speichern Sie das Foto kleiner."
        yield Problem.at(where, "bild-zu-gross", message, hint)
    if file.tells:
        message = f"In der Datei {quoted(picture.file)} steht mehr als das Foto: vielleicht wo, wann und von wem."
        hint = "Speichern Sie das Foto neu, ohne Meta-Daten (EXIF)."
        yield Problem.at(where, "bild-mit-daten", message, hint)
