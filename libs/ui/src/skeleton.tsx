export interface SkeletonProps {
  /** What is being fetched, for those who listen: "Loading ideas". */
  label: string;
  /** `card`: boxes like cards; `text`: lines. */
  shape?: 'card' | 'text';
  /** How many cards or lines. */
  count?: number;
}

/** Keeps the place of what is still to come. */
export function Skeleton({ label, shape = 'text', count = 3 }: SkeletonProps) {
  return (
    <div role="status" className={`z-skeleton z-skeleton--${shape}`}>
      <span className="z-hidden">{label}</span>
      {Array.from({ length: count }, (_, index) => `${shape}-${index}`).map((key) => (
        <span key={key} className="z-skeleton__piece" aria-hidden="true" />
      ))}
    </div>
  );
}
