/** What the marks mean; each has a shape or a sign besides its colour. */
export function Legend() {
  return (
    <ul className="diagram-legend" aria-label="图例">
      <li>
        <span className="swatch active" aria-hidden>
          ●
        </span>
        流程停在这里
      </li>
      <li>
        <span className="swatch completed" aria-hidden>
          ━
        </span>
        已经走过
      </li>
      <li>
        <span className="swatch incident" aria-hidden>
          !
        </span>
        故障，等待处理
      </li>
    </ul>
  );
}
