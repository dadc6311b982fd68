"""Properties hold however long an example takes: how fast a machine is is no behaviour."""

from hypothesis import settings

settings.register_profile("kg", deadline=None)
settings.load_profile("kg")
