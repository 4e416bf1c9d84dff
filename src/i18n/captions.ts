import type { Connection } from '../analysis/connection.ts';
import type { Captions } from '../scene/captions.ts';
import type { Translate } from './translate.ts';

/** The words of the picture in one language. */
export function captionsOf(t: Translate): Captions {
  return {
    controlPlane: t('caption.control-plane'),
    services: t('caption.services'),
    node: t('caption.node'),
    identical: (count) => t('caption.identical', { count }),
    extensions: t('caption.extensions'),
    'adjacent-group': t('caption.adjacent-group'),
    anyone: t('caption.anyone'),
    networks: {
      'control-plane-network': t('network.control-plane-network'),
      'cluster-network': t('network.cluster-network'),
      'node-network': t('network.node-network'),
      'outside-network': t('network.outside-network'),
      host: t('network.host'),
    },
    trust: { trusted: t('trust.trusted'), untrusted: t('trust.untrusted'), unknown: t('trust.unknown') },
    status: {
      protected: t('status.protected'),
      open: t('status.open'),
      unverified: t('status.unverified'),
      plaintext: t('status.plaintext'),
      unknown: t('status.unknown'),
      local: t('status.local'),
    },
    path: (connection, count) =>
      `${pathName(t, connection, count)}: ${t(`status.${connection.status}`)}${proxyWords(t, connection)}`,
    hiddenPath: (connection, count) => pathName(t, connection, count),
    legend: t('caption.legend'),
    remarks: t('remark.legend'),
    tunnel: t('caption.tunnel'),
    marks: {
      dots: t('mark.dots'),
      observed: t('mark.observed'),
      default: t('mark.default'),
      user: t('mark.user'),
    },
  };
}

function proxyWords(t: Translate, { proxy }: Connection): string {
  if (!proxy) return '';
  const perhaps = proxy.isSure ? '' : ` (${t('inspector.proxy-perhaps')})`;
  return `. ${t('inspector.proxy')}: ${proxy.address}${perhaps}`;
}

/** A path with its ends; with its class one line that says everything a reader without the picture needs. */
function pathName(t: Translate, connection: Connection, count: number): string {
  const name = `${connection.path} ${t(`path.${connection.path}.name`)}`;
  const ends = `${connection.client.name} → ${connection.server.name}`;
  const times = count > 1 ? ` ×${count}` : '';
  return `${name} (${ends}${times})`;
}

/** What a reader sees of a connection, in lower case, to search in. */
export function searchWords(connection: Connection, captions: Captions): string {
  return `${captions.path(connection, connection.count)} ${connection.port ?? ''}`.toLowerCase();
}
