model = network([2, 3, 1]).double()
with torch.no_grad():
    model[0].weight.copy_(torch.tensor([[0.5, -0.3, 0.8], [0.2, 0.7, -0.4]]).T)
    model[0].bias.copy_(torch.tensor([0.1, 0.0, -0.2]))
    model[2].weight.copy_(torch.tensor([[0.6, -0.5, 0.3]]))
    model[2].bias.copy_(torch.tensor([0.05]))
x = torch.tensor([[1.0, -0.5]], dtype=torch.float64)
target = torch.tensor([[-0.4]], dtype=torch.float64)


def loss_of(model):
    return nn.functional.mse_loss(model(x), target)


loss = loss_of(model)
loss.backward()
gradients = {name: p.grad.clone() for name, p in model.named_parameters()}

# Central differences over every parameter.
step, worst = 1e-5, 0.0
with torch.no_grad():
    for name, parameter in model.named_parameters():
        flat, exact = parameter.view(-1), gradients[name].view(-1)
        for i in range(flat.numel()):
            kept = flat[i].item()
            flat[i] = kept + step
            above = loss_of(model).item()
            flat[i] = kept - step
            below = loss_of(model).item()
            flat[i] = kept
            numeric = (above - below) / (2 * step)
            scale = max(1e-8, abs(numeric) + abs(exact[i].item()))
            worst = max(worst, abs(numeric - exact[i].item()) / scale)
print("loss", loss.item(), "gradient-error", worst)

# The computation graph with the gradient at each node.
first, second = model[0], model[2]
z = first(x).detach()[0]
a = torch.tanh(z)
figure, axes = plt.subplots(figsize=(10, 4))
boxes = {"x": x[0], "W¹": first.weight, "z¹": z, "a¹": a, "W²": second.weight, "L": loss}
for i, (name, value) in enumerate(boxes.items()):
    text = "\n".join(f"{v:.3f}" for v in value.detach().flatten().tolist())
    axes.annotate(
        f"{name}\n{text}", (i, 0), ha="center", va="center", bbox={"boxstyle": "round", "fc": "w"}
    )
    if i:
        axes.annotate("", (i - 0.3, 0), (i - 0.7, 0), arrowprops={"arrowstyle": "->"})
axes.set_xlim(-0.5, len(boxes) - 0.5)
axes.set_ylim(-1, 1)
axes.axis("off")
plt.show()

# The chain rule of one weight, and the gradient norms.
error = 2 * (model(x) - target).item()
factors = [error, second.weight[0, 0].item(), 1 - a[0].item() ** 2, x[0, 0].item()]
print("dL/dW¹[0,0] =", " · ".join(f"{f:.4f}" for f in factors), "=", math.prod(factors))
norms = [
    math.hypot(*(g.norm().item() for n, g in gradients.items() if n.startswith(layer)))
    for layer in ("0.", "2.")
]
figure, axes = plt.subplots(figsize=(6, 2.5))
axes.barh(["layer 1", "layer 2"], norms)
axes.set_xlabel("gradient norm")
plt.show()
