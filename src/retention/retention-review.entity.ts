import { Entity } from 'typeorm';
import { caseRecord } from '../platform/database/records.js';
import { RetentionReviewFields } from './retention.fields.js';

/** Somebody's decision that a closed case file is still needed, and until when. */
@Entity('retention_reviews')
export class RetentionReview extends caseRecord(RetentionReviewFields) {}
