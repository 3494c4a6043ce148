features, labels = moons(200, noise=0.15, seed=1)
rates = torch.logspace(-3, 1, 12).tolist()
seeds, epochs = 5, 300
losses = torch.zeros(len(rates), seeds, epochs)
for i, rate in enumerate(rates):
    for seed in range(seeds):
        torch.manual_seed(seed)
        model = network([2, 16, 16, 1], nn.ReLU)
        optimizer = torch.optim.SGD(model.parameters(), lr=rate)
        for epoch in range(epochs):
            optimizer.zero_grad()
            loss = nn.functional.mse_loss(model(features), labels)
            loss.backward()
            optimizer.step()
            losses[i, seed, epoch] = loss.detach()

final = losses[:, :, -1]
best = final.median(1).values.nan_to_num(math.inf).argmin().item()
diverged = (final > losses[:, :, 0]) | ~final.isfinite()
print("best-rate", rates[best], "best-loss", final[best].median().item())
print("diverged", diverged.any(1).sum().item())

figure, axes = plt.subplots(1, 2, figsize=(12, 4))
for i, rate in enumerate(rates):
    mean = losses[i].mean(0)
    line = axes[0].plot(mean, label=f"{rate:.2g}", linewidth=2.5 if i == best else 1)[0]
    axes[0].fill_between(
        range(epochs), losses[i].amin(0), losses[i].amax(0), color=line.get_color(), alpha=0.1
    )
axes[0].set_yscale("log")
axes[0].set_xlabel("epoch")
axes[0].set_ylabel("training loss")
axes[0].legend(fontsize=7)
axes[1].plot(rates, final.median(1).values, "o-")
for i, rate in enumerate(rates):
    axes[1].scatter([rate] * seeds, final[i], s=8, c=["r" if d else "gray" for d in diverged[i]])
axes[1].axvline(rates[best], linestyle=":")
axes[1].set_xscale("log")
axes[1].set_yscale("log")
axes[1].set_xlabel("learning rate")
axes[1].set_ylabel("final loss")
plt.show()
