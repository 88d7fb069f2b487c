"""The counting rules: pure functions from gold and predicted facts to figures."""
