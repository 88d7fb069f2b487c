"""Read one report and print who spoke to whom, and who said what."""

import dragoman

REPORT = """\
Norway calls for calm after raid on trawler

OSLO, May 2 (Northern Wire) - Norwegian Foreign Minister Kari Lund spoke by phone with her Danish \
counterpart Jens Holm on Friday, a day after gunmen attacked a trawler off the coast.

"Both sides must step back from the brink," Lund told reporters. Denmark condemned the attack.
"""

record = dragoman.read(REPORT, published="2025-05-02")
text = record.article.text
names = {actor.id: actor.name for actor in record.actors}

for contact in record.contacts:
    print(names[contact.initiator], contact.channel, names[contact.counterpart])

for statement in record.statements:
    speakers = ", ".join(names[speaker] for speaker in statement.speakers)
    words = " … ".join(text[start:end] for start, end in statement.content)
    print(f"{speakers}: {words}")

for position in record.positions:
    print(position.holder, position.stance, f"{position.confidence:.2f}")
