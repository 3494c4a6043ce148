torch.manual_seed(7)
model = network([3, 4, 4, 2])
for layer in model:
    if isinstance(layer, nn.Linear):
        nn.init.xavier_normal_(layer.weight)
        nn.init.zeros_(layer.bias)
values = [torch.tensor([0.8, -0.3, 0.5])]
with torch.no_grad():
    for layer in model:
        values.append(layer(values[-1]))

linear = [layer for layer in model if isinstance(layer, nn.Linear)]
print("parameters", sum(p.numel() for p in model.parameters()))
print("macs", sum(layer.weight.numel() for layer in linear))
print("output", values[-1].tolist())

# The network, with values on its nodes and weights on its edges.
columns = [values[0]] + [v for v, m in zip(values[1:], model) if not isinstance(m, nn.Linear)]
columns.append(values[-1])
figure, axes = plt.subplots(figsize=(9, 5))
for x, layer in enumerate(linear):
    for j in range(layer.out_features):
        for i in range(layer.in_features):
            w = layer.weight[j, i].item()
            axes.plot(
                [x, x + 1],
                [i - layer.in_features / 2, j - layer.out_features / 2],
                color="tab:blue" if w > 0 else "tab:orange",
                linewidth=0.5 + 3 * abs(w),
                zorder=1,
            )
for x, column in enumerate(columns):
    y = torch.arange(len(column)) - len(column) / 2
    axes.scatter([x] * len(column), y, s=900, c=column, cmap="coolwarm", edgecolors="k", zorder=2)
    for position, value in zip(y, column):
        axes.text(x, position, f"{value:.2f}", ha="center", va="center", zorder=3)
axes.axis("off")
plt.show()

# Layer by layer: z = xW + b, a = f(z).
figure, axes = plt.subplots(len(linear), 4, figsize=(10, 7))
x = values[0]
for row, layer in zip(axes, linear):
    z = layer(x).detach()
    a = torch.tanh(z) if layer is not linear[-1] else z
    for cell, (name, matrix) in zip(
        row,
        {"x": x[None], "W": layer.weight.T.detach(), "z": z[None], "a": a[None]}.items(),
    ):
        cell.imshow(matrix, cmap="coolwarm", vmin=-2, vmax=2)
        cell.set_title(name)
        cell.set_xticks([])
        cell.set_yticks([])
        for (i, j), value in zip(torch.cartesian_prod(
            torch.arange(matrix.shape[0]), torch.arange(matrix.shape[1])
        ).tolist(), matrix.flatten().tolist()):
            cell.text(j, i, f"{value:.2f}", ha="center", va="center", fontsize=7)
    x = a
plt.show()
