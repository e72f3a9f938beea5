"""How sure a finding is: the same figure on other sentences, under other choices, without its words.

`card.make_cards` brings it all together. Nothing is imported here, because `findings.voice_tone` takes its
test from `permutation` and is itself read by modules that this folder builds on.
"""
