"""Fits the learned weights and scores them on articles they did not see."""
