"""The four classes of acts by what they are, in words or in deeds, and for or against somebody: PLOVER's quads."""

TALK = 1  # friendly words
HELP = 2  # friendly deeds
HARSH = 3  # words against somebody
FORCE = 4  # deeds against somebody

QUADS = (TALK, HELP, HARSH, FORCE)
SPOKEN = (TALK, HARSH)
FRIENDLY = (TALK, HELP)
HOSTILE = (HARSH, FORCE)
