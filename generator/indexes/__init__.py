"""What follows from a manual: who does what, what words mean, what it rests on, what was learned, what is overdue.

Pure functions of a `Manual` and a day; pages, exports and search show what they find.
"""
