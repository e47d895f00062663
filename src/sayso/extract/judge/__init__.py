"""Step 7, judge: status, attribution, time, place and quantities, by scope on the same parse."""
