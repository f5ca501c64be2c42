import { Provider, type ResolvedUpdateFileInfo, type UpdateInfo } from 'electron-updater';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider';
import { readUpdateList, UnsignedUpdate, type UpdateList } from './signed-list.ts';
import type { UpdateChannel } from './update-source.ts';

/** What electron-updater is told of an update server (its provider "custom"). */
export type SignedFeed = {
  readonly provider: 'custom';
  readonly updateProvider: typeof SignedProvider;
  readonly server: string;
  readonly channel: UpdateChannel;
  readonly signer: string;
};

/**
 * The generic provider of electron-updater, with two things changed: it reads <list>.jws in the place of <list>.yml, and
 * takes it only if it was signed by the key that this program names.
 */
export class SignedProvider extends Provider<UpdateInfo> {
  constructor(
    private readonly feed: Pick<SignedFeed, 'server' | 'channel' | 'signer'>,
    _updater: unknown,
    options: ProviderRuntimeOptions,
  ) {
    super(options);
  }

  /** @throws UnsignedUpdate; what the network and the server say, as it is */
  async getLatestVersion(): Promise<UpdateInfo> {
    const name = this.getCustomChannelName(this.feed.channel);
    const text = await this.httpRequest(new URL(`${name}.jws`, this.feed.server));
    const read = readUpdateList(text ?? '', name, this.feed.signer);
    if (read.kind === 'refused') throw new UnsignedUpdate(`The list ${name} is not taken for its ${read.at}`);
    return infoOf(read.list);
  }

  resolveFiles({ files }: UpdateInfo): ResolvedUpdateFileInfo[] {
    return files.map((info) => ({ url: new URL(info.url, this.feed.server), info }));
  }
}

function infoOf({ version, releaseDate, stagingPercentage, minimumSystemVersion, files }: UpdateList): UpdateInfo {
  const [first] = files;
  return {
    version,
    releaseDate,
    files: files.map(({ isAdminRightsRequired, ...file }) => ({ ...file, ...(isAdminRightsRequired === undefined ? {} : { isAdminRightsRequired }) })),
    path: first?.url ?? '',
    sha512: first?.sha512 ?? '',
    ...(stagingPercentage === undefined ? {} : { stagingPercentage }),
    ...(minimumSystemVersion === undefined ? {} : { minimumSystemVersion }),
  };
}
