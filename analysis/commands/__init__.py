"""What each command of ``discourse`` does: call the functions, print, and return the exit code.

What a command needs beyond this, it imports when it runs: `annotate` needs no pandas.
"""
