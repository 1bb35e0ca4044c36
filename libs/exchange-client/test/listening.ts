import type { Observable } from 'rxjs';

/** What a stream has told, and a way to wait for more. */
export interface Listening<News> {
  readonly news: readonly News[];
  /** Resolves as soon as what was told so far is enough. */
  until(isEnough: (news: readonly News[]) => boolean): Promise<void>;
  stop(): void;
}

export function listenTo<News>(stream$: Observable<News>): Listening<News> {
  const news: News[] = [];
  let look: () => void = () => undefined;
  const subscription = stream$.subscribe((next) => {
    news.push(next);
    look();
  });
  return {
    news,
    until: async (isEnough) => {
      while (!isEnough(news)) await new Promise<void>((resolve) => (look = resolve));
    },
    stop: () => subscription.unsubscribe(),
  };
}
