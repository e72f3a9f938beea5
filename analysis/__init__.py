"""Discourse Lens: whose words are these, what do they frame, and how do they sound?"""

__version__ = "0.1.0"
