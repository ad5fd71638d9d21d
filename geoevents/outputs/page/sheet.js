// On a phone the list is a sheet of three heights below the map: its head, half, nearly all.
const HEIGHTS = ["low", "half", "full"];

class Sheet {
  constructor(element, grip) {
    Object.assign(this, { element, grip, at: 0 });
    grip.addEventListener("click", () => { if (!this.dragged) this.set((this.at + 1) % 3);
      this.dragged = false; });
    grip.addEventListener("pointerdown", (p) => this.drag(p));
    this.set(0);
  }

  set(at) {
    this.at = Math.max(0, Math.min(2, at));
    this.element.dataset.height = HEIGHTS[this.at];
    this.grip.setAttribute("aria-expanded", String(this.at > 0));
  }

  drag(p) {
    const from = p.clientY;
    this.grip.setPointerCapture(p.pointerId);
    this.grip.addEventListener("pointerup", (u) => {
      const by = from - u.clientY;
      this.dragged = Math.abs(by) > 24;
      if (this.dragged) this.set(this.at + Math.sign(by) * (Math.abs(by) > window.innerHeight * 0.45 ? 2 : 1));
    }, { once: true });
  }
}
