// The composition root.
print("plumbline")
