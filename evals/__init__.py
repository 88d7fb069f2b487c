"""Evaluation: gold, metrics, floors, the gate.

``python -m evals TASK --data FILE`` measures the shipped reader on a gold file,
``python -m evals gate`` holds the figures above their floors (``floors.json``), and
``python -m evals pin`` raises the floors. Counting rules live in :mod:`evals.metrics` as pure
functions; what runs the reader lives in :mod:`evals.tasks`, one file a task.
"""
