// The overview is loaded when it is looked at: it draws by WebGL, which is as large as the rest of the page.

import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { OverviewProps } from './overview.tsx';
import { strings } from './strings.ts';

export function Overview(props: OverviewProps) {
  const [Loaded, setLoaded] = useState<ComponentType<OverviewProps> | null>(null);
  useEffect(() => { void import('./overview.tsx').then((m) => setLoaded(() => m.Overview)); }, []);
  return Loaded ? <Loaded {...props} /> : <div class="overview waiting"><p class="loading" role="status">{strings.loading}</p></div>;
}
