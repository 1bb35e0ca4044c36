import { openLocalScene } from '../../../../test/contract-local.ts';
import { openRecordedScene } from '../../../../test/contract-recorded.ts';
import { describeVenueContract } from '../../../testing.ts';

describeVenueContract('Binance, before an exchange on this machine', { describe, it }, openLocalScene);
describeVenueContract('Binance, by recorded answers', { describe, it }, openRecordedScene);
