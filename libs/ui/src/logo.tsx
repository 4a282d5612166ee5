/** Colours outside a page's reach; they are the tokens action and saffron, checked by a spec. */
const mark = {
  light: { seat: '#0b4a52', newcomer: '#f0ac1f' },
  dark: { seat: '#8fd6cf', newcomer: '#f3b63c' },
};

const seats = 8;
const free = 3;

/** The circles of the mark in a square of 64: seven seats are taken, one comes to take the eighth. */
const circles = Array.from({ length: seats }, (_, index) => {
  const newcomer = index === free;
  const turn = (index / seats) * 2 * Math.PI - Math.PI / 2;
  const distance = newcomer ? 26 : 22;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    newcomer,
    cx: round(32 + distance * Math.cos(turn)),
    cy: round(32 + distance * Math.sin(turn)),
    r: 6.4,
  };
});

/** The mark of Zbor: an open ring of people, and one who takes the free place. The name stands beside it. */
export function LogoMark() {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true">
      {circles.map(({ newcomer, ...circle }) => (
        <circle
          key={circle.cx + circle.cy * 64}
          {...circle}
          className={newcomer ? 'z-f-saffron' : 'z-f-action'}
        />
      ))}
    </svg>
  );
}

const drawn = circles
  .map(({ newcomer, cx, cy, r }) => `<circle${newcomer ? ' class="n"' : ''} cx="${cx}" cy="${cy}" r="${r}"/>`)
  .join('');

/** The favicon as a whole SVG file; turns with the colour scheme. */
export const faviconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><style>circle{fill:${mark.light.seat}}.n{fill:${mark.light.newcomer}}@media(prefers-color-scheme:dark){circle{fill:${mark.dark.seat}}.n{fill:${mark.dark.newcomer}}}</style>${drawn}</svg>`;
