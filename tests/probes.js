// What the tests ask a page in the browser. Every answer is plain data; nothing on the page is changed.
(() => {
  const CONTROLS = "a[href], button, summary, input:not([type=hidden]), select, textarea, [tabindex='0']";
  const all = () => [...document.querySelectorAll("body *")];
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim().slice(0, 40);
  const called = (element) => `${element.localName}${element.className.baseVal ?? (element.className && `.${element.className}`)} "${words(element)}"`;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const labelOf = (element) => element.labels?.[0];

  // Colours: what is written, what is under it, and how far they are apart.
  function colour(text) {
    if (/^color\(srgb /.test(text)) {
      // What color-mix() makes: shares of 1.
      const [red, green, blue, alpha = 1] = text.slice(11).match(/[\d.e-]+/g).map(Number);
      return [red * 255, green * 255, blue * 255, alpha];
    }
    if (!/^rgba?\(/.test(text)) throw new Error(`a colour that the tests cannot read: ${text}`);
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    return [red, green, blue, alpha];
  }

  function over(top, below) {
    return [0, 1, 2].map((at) => top[at] * top[3] + below[at] * (1 - top[3])).concat(1);
  }

  function ground(element) {
    const layers = [];
    for (let one = element; one; one = one.parentElement) {
      layers.push(colour(getComputedStyle(one).backgroundColor));
      if (layers.at(-1)[3] === 1) break;
    }
    return layers.reduceRight((below, top) => over(top, below), [255, 255, 255, 1]);
  }

  function luminance(rgb) {
    const [red, green, blue] = rgb.map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  // The ring of focus: outline over shadows. From and to are distances from the edge of the element.
  function pieces(style) {
    const layers = [];
    if (style.outlineStyle !== "none") {
      const from = parseFloat(style.outlineOffset);
      layers.push({ from, to: from + parseFloat(style.outlineWidth), colour: style.outlineColor });
    }
    for (const [, paint, lengths] of style.boxShadow.matchAll(/(rgba?\([^)]*\)) ([^,]*)/g)) {
      const [x, y, blur, spread] = lengths.match(/-?[\d.]+/g).map(Number);
      if (!x && !y && !blur && !lengths.includes("inset")) layers.push({ from: 0, to: spread, colour: paint });
    }
    const shown = [];
    for (const layer of layers) {
      let parts = [layer];
      for (const above of shown.slice()) {
        parts = parts.flatMap((part) => [
          { ...part, to: Math.min(part.to, above.from) },
          { ...part, from: Math.max(part.from, above.to) },
        ]).filter((part) => part.to > part.from);
      }
      shown.push(...parts);
    }
    return shown;
  }

  function ring(element) {
    const holders = [element, labelOf(element)].filter(Boolean);
    if (element instanceof SVGElement) {
      const scale = element.getScreenCTM().a;
      const outside = ground(element.closest("svg"));
      for (const part of element.querySelectorAll("rect, path, circle, polygon")) {
        const style = getComputedStyle(part);
        const thick = parseFloat(style.strokeWidth) * scale;
        if (style.stroke === "none" || style.fill === "none" || thick < 2) continue;
        const [edge, fill] = [style.stroke, style.fill].map((paint) => over(colour(paint), outside));
        return { thick, apart: Math.min(contrast(edge, fill), Math.max(contrast(edge, outside), contrast(fill, outside))) };
      }
    }
    let best = { thick: 0, apart: 0 };
    for (const holder of holders) {
      const outside = ground(holder.parentElement);
      for (const { from, to, colour: paint } of pieces(getComputedStyle(holder))) {
        const apart = contrast(over(colour(paint), outside), outside);
        if (to - from >= 2 && apart > best.apart) best = { thick: to - from, apart };
      }
    }
    return best;
  }

  // Where the focus is: is it in view, uncovered, and ringed?
  function stop() {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return null;
    const faults = [];
    const small = element.getBoundingClientRect().width < 5 || getComputedStyle(element).opacity === "0";
    const shown = (small && labelOf(element)) || element;
    const boxes = [...shown.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) faults.push("has no size");
    for (const { left, right, top, bottom, width, height } of boxes) {
      const fitsIn = width <= innerWidth && height <= innerHeight;
      const wholly = left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1;
      const partly = left < innerWidth && right > 0 && top < innerHeight && bottom > 0;
      if (fitsIn ? !wholly : !partly) faults.push("is outside of the window");
      const [middle, centre] = [(left + right) / 2, (top + bottom) / 2];
      const points = [[middle, centre], [left + 2, centre], [right - 2, centre], [middle, top + 2], [middle, bottom - 2]];
      for (const [x, y] of points) {
        const hit = document.elementFromPoint(x, y);
        if (hit && !shown.contains(hit) && !hit.contains(shown)) faults.push(`is covered by ${called(hit)}`);
      }
    }
    const { thick, apart } = ring(element);
    if (thick < 2 || apart < 3) faults.push(`has no ring of 2 px and 3:1 (${thick} px, ${apart.toFixed(2)}:1)`);
    return { at: all().indexOf(element), called: called(element), faults: [...new Set(faults)] };
  }

  // Targets under 44 px. A link within the words of a sentence is as high as its line.
  function inSentence(element) {
    if (element.localName !== "a" || getComputedStyle(element).display !== "inline") return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    const others = [...block.querySelectorAll("a, svg, .copied")].reduce((text, one) => text.replace(one.textContent, ""), block.textContent);
    return /\p{Letter}/u.test(others);
  }

  // A link may reach beyond its words: what it draws behind itself fills the box that it is placed in.
  function stretched(element) {
    const { content, position } = getComputedStyle(element, "::after");
    return content !== "none" && position === "absolute" ? element.offsetParent : null;
  }

  function smallTargets(least) {
    return [...document.querySelectorAll(CONTROLS)].filter((one) => seen(one) && !inSentence(one)).map((one) => {
      const boxes = [one, labelOf(one), stretched(one)].filter(Boolean).map((part) => part.getBoundingClientRect());
      const wide = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      const high = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      return wide < least - 0.1 || high < least - 0.1 ? `${called(one)} is ${wide.toFixed(0)} x ${high.toFixed(0)} px` : "";
    }).filter(Boolean);
  }

  // Text that is cut, spills out of its box, or leaves the window.
  function lostText() {
    const lost = [];
    for (const element of all()) {
      const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      const onlyHeard = getComputedStyle(element).clipPath === "inset(50%)";
      if (!own.length || !seen(element) || onlyHeard || element.closest("svg")) continue;
      const range = document.createRange();
      const parts = own.map((node) => {
        range.selectNode(node);
        return range.getBoundingClientRect();
      });
      const text = { width: Math.max(...parts.map(({ width }) => width)), right: Math.max(...parts.map(({ right }) => right)), bottom: Math.max(...parts.map(({ bottom }) => bottom)) };
      if (!text.width || text.right <= 0) continue;
      const box = element.getBoundingClientRect();
      const inline = getComputedStyle(element).display.startsWith("inline");
      if (!inline && (text.bottom > box.bottom + 3 || text.right > box.right + 2)) lost.push(`${called(element)} spills out of its box`);
      // WCAG 2.2, 1.4.10: a table may need two dimensions; it must be a region that the keyboard can scroll.
      const table = element.closest("table")?.closest('[role="region"][tabindex="0"]');
      const reached = table && getComputedStyle(table).overflowX === "auto";
      if (text.right > innerWidth + 1 && !reached) lost.push(`${called(element)} leaves the window`);
      for (let one = element; one; one = one.parentElement) {
        const style = getComputedStyle(one);
        const cutsWide = /hidden|clip/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1;
        const cutsHigh = /hidden|clip/.test(style.overflowY) && one.scrollHeight > one.clientHeight + 1;
        if (one !== document.body && one !== document.documentElement && one.clientWidth > 1 && (cutsWide || cutsHigh)) {
          lost.push(`${called(element)} is cut by ${one.localName}.${one.className}`);
        }
      }
    }
    return [...new Set(lost)];
  }

  // Words in a picture: they do not grow with the text, so they must be large and inside of their field.
  function picturedText(least) {
    return [...document.querySelectorAll("svg text")].filter(seen).flatMap((text) => {
      const size = parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a;
      const [word, field] = [text, text.parentElement].map((one) => one.getBoundingClientRect());
      const small = size < least ? [`${called(text)} is ${size.toFixed(1)} px`] : [];
      const rect = text.parentElement.querySelector("rect")?.getBoundingClientRect() ?? field;
      return word.left < rect.left || word.right > rect.right ? [...small, `${called(text)} is wider than its field`] : small;
    });
  }

  // Edges of controls: a border, a ground, or the underline of a link must be told from what is around it.
  function faintControls() {
    return [...document.querySelectorAll("button, summary, select, textarea, a.button, input:not([type=radio], [type=checkbox])")].filter((one) => {
      if (!seen(one)) return false;
      const [style, outside] = [getComputedStyle(one), ground(one.parentElement)];
      const edge = parseFloat(style.borderBottomWidth) >= 1 && style.borderBottomStyle !== "none";
      const apart = [contrast(ground(one), outside), edge ? contrast(over(colour(style.borderBottomColor), outside), outside) : 0];
      const underlined = /underline/.test(style.textDecorationLine);
      return Math.max(...apart) < 3 && !underlined;
    }).map(called);
  }

  // Who goes from heading to heading cannot tell these apart.
  function sameHeadings() {
    const found = [...document.querySelectorAll("h1, h2, h3, h4")].filter(seen).map((one) => one.textContent.replace(/\s+/g, " ").trim());
    return found.filter((one, at) => found.indexOf(one) !== at);
  }

  function moving() {
    const zero = (times) => times.split(",").every((time) => parseFloat(time) < 0.02);
    const moved = document.getAnimations().map((one) => `${called(one.effect.target)} moves`);
    for (const element of [document.documentElement, document.body, ...all()]) {
      const style = getComputedStyle(element);
      if (!zero(style.transitionDuration)) moved.push(`${called(element)}: transition ${style.transitionDuration}`);
      if (style.animationName !== "none" && !zero(style.animationDuration)) moved.push(`${called(element)}: animation`);
      if (style.scrollBehavior === "smooth") moved.push(`${called(element)}: smooth scrolling`);
    }
    return moved;
  }

  // Text contrast of one element, where axe could not decide.
  function textContrast(selector) {
    const element = document.querySelector(selector);
    const style = getComputedStyle(element);
    for (let one = element; one; one = one.parentElement) {
      if (getComputedStyle(one).backgroundImage !== "none") return 0;
    }
    return contrast(over(colour(style.color), ground(element)), ground(element));
  }

  // A sheet that a page's own rules on sheets do not forbid.
  function restyle(css) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }

  window.probe = { stop, smallTargets, lostText, picturedText, faintControls, sameHeadings, moving, textContrast, restyle };
})();
