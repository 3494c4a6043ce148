training = moons(40, noise=0.2, seed=1)
validation = moons(400, noise=0.2, seed=2)
wrong = torch.randperm(40, generator=torch.Generator().manual_seed(1))[:4]
training[1][wrong] = 1 - training[1][wrong]
capacities = [[2, 2, 1], [2, 8, 1], [2, 64, 64, 1]]
epochs = 600
criterion = nn.functional.binary_cross_entropy_with_logits


def accuracy(model, data):
    return ((model(data[0]) > 0).float() == data[1]).float().mean().item()


models, curves = [], []
for sizes in capacities:
    torch.manual_seed(1)
    model = network(sizes)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
    curve = torch.zeros(2, epochs)
    for epoch in range(epochs):
        optimizer.zero_grad()
        loss = criterion(model(training[0]), training[1])
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            curve[0, epoch] = loss
            curve[1, epoch] = criterion(model(validation[0]), validation[1])
    models.append(model)
    curves.append(curve)

figure, axes = plt.subplots(1, 3, figsize=(13, 3.5))
for cell, sizes, model, curve in zip(axes, capacities, models, curves):
    best = curve[1].argmin().item()
    with torch.no_grad():
        print(sizes, "train-loss", curve[0, -1].item(), "validation-loss", curve[1, -1].item())
        print("  accuracy", accuracy(model, training), accuracy(model, validation))
        print("  best-epoch", best)
    cell.plot(curve[0], label="training")
    cell.plot(curve[1], label="validation")
    cell.axvline(best, linestyle=":")
    cell.set_yscale("log")
    cell.set_title("-".join(map(str, sizes)))
    cell.legend()
plt.show()

# Decision maps.
grid = torch.cartesian_prod(torch.linspace(-2, 3, 96), torch.linspace(-1.5, 2, 64))
figure, axes = plt.subplots(1, 3, figsize=(13, 3.5))
for cell, sizes, model in zip(axes, capacities, models):
    with torch.no_grad():
        probability = model(grid).sigmoid().reshape(96, 64).T
    cell.contourf(
        torch.linspace(-2, 3, 96), torch.linspace(-1.5, 2, 64), probability, 8, cmap="coolwarm"
    )
    cell.scatter(*training[0].T, c=training[1][:, 0], cmap="coolwarm", edgecolors="k", s=25)
    cell.set_title("-".join(map(str, sizes)))
plt.show()

figure, axes = plt.subplots(figsize=(6, 3))
counts = [sum(p.numel() for p in model.parameters()) for model in models]
axes.plot(counts, [curve[1, -1] - curve[0, -1] for curve in curves], "o-")
axes.set_xscale("log")
axes.set_xlabel("parameters")
axes.set_ylabel("validation − training loss")
plt.show()
