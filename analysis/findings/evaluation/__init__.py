"""The measures against human readers, one module a measure: what `discourse evaluate` prints."""
