import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Panel } from './panel.ts';

/** One profile over several lives of the browser, each with a panel of its own. */
export class PanelOnProfile {
  panel: Panel;
  readonly profile: string;

  private constructor(panel: Panel, profile: string) {
    this.panel = panel;
    this.profile = profile;
  }

  /** Starts a browser on a new profile, or on one that is given and may be full of an earlier life. */
  static async open(profile = mkdtempSync(join(tmpdir(), 'retake-'))): Promise<PanelOnProfile> {
    return new PanelOnProfile(await Panel.open({ profile }), profile);
  }

  /** Kills the browser where it stands and starts it again. */
  async killAndOpen(): Promise<void> {
    await this.panel.launched.kill();
    this.panel = await Panel.open({ profile: this.profile });
  }

  /** Closes the browser as a user does and starts it again. */
  async closeAndOpen(): Promise<void> {
    await this.panel.close();
    this.panel = await Panel.open({ profile: this.profile });
  }

  async close(): Promise<void> {
    await this.panel.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
