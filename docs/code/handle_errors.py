"""Tell what cannot be read from what is broken."""

import dragoman

for source in (
    "",
    b"\x00\x01\x02\x03",
    "Le ministre a parlé de la paix avec ses voisins hier soir.",
):
    try:
        dragoman.read(source)
    except dragoman.WrongLanguage as error:
        print("kept, and not coded:", error.article.language)
    except dragoman.InputError as error:
        print("skipped:", error.message)
