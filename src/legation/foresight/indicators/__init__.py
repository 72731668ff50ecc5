"""Declared indicators: rules with thresholds that are fixed beforehand in a file, and the alerts that they raise."""
