CREATE TABLE `attachments` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`owner_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` varchar(32) character set ascii collate ascii_bin,
	`complaint_id` varchar(32) character set ascii collate ascii_bin,
	`name` varchar(200) NOT NULL,
	`content_type` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`bytes` int NOT NULL,
	`deleted_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `attachments_id` PRIMARY KEY(`id`)
);--> statement-breakpoint
CREATE TABLE `message_reactions` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`message_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`owner_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`value` enum('up','down') NOT NULL,
	`reason` varchar(500),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `message_reactions_id` PRIMARY KEY(`id`),
	CONSTRAINT `message_reactions_owner` UNIQUE(`message_id`,`owner_id`)
);--> statement-breakpoint
CREATE TABLE `handoffs` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`conversation_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`open_key` varchar(32) character set ascii collate ascii_bin,
	`reason` enum('customer_asked','not_understood','negative_sentiment','complaint_critical','safety','refund_dispute','assistant_failed','staff_took_over') NOT NULL,
	`status` enum('waiting','active','ended') NOT NULL,
	`score` smallint NOT NULL,
	`summary` varchar(1000) NOT NULL,
	`taken_by` varchar(32) character set ascii collate ascii_bin,
	`taken_at` datetime(3),
	`ended_by` varchar(32) character set ascii collate ascii_bin,
	`ended_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `handoffs_id` PRIMARY KEY(`id`),
	CONSTRAINT `handoffs_open` UNIQUE(`open_key`)
);--> statement-breakpoint
ALTER TABLE `turns` MODIFY COLUMN `status` enum('queued','running','finished','failed','cancelled') NOT NULL;--> statement-breakpoint
ALTER TABLE `booking_items` ADD `cancelled_at` datetime(3);--> statement-breakpoint
ALTER TABLE `booking_items` ADD `refund_id` varchar(32) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `conversations` ADD `speaker` enum('assistant','person') DEFAULT 'assistant' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `sentiment` double;--> statement-breakpoint
ALTER TABLE `messages` ADD `author_id` varchar(32) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `messages` ADD `replaced_at` datetime(3);--> statement-breakpoint
ALTER TABLE `turns` ADD `owner` varchar(64) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `turns` ADD `attempt` smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `turns` ADD `resume` json;--> statement-breakpoint
ALTER TABLE `turns` ADD `checkpoint_id` varchar(64) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `events` ADD `effect_key` varchar(64) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `events` ADD CONSTRAINT `events_effect` UNIQUE(`effect_key`);--> statement-breakpoint
ALTER TABLE `attachments` ADD CONSTRAINT `attachments_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `attachments` ADD CONSTRAINT `attachments_conversation_id_conversations_id_fk` FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `attachments` ADD CONSTRAINT `attachments_complaint_id_complaints_id_fk` FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `message_reactions` ADD CONSTRAINT `message_reactions_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `message_reactions` ADD CONSTRAINT `message_reactions_message_id_messages_id_fk` FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `handoffs` ADD CONSTRAINT `handoffs_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `handoffs` ADD CONSTRAINT `handoffs_conversation_id_conversations_id_fk` FOREIGN KEY (`conversation_id`) REFERENCES `conversations`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `handoffs` ADD CONSTRAINT `handoffs_taken_by_users_id_fk` FOREIGN KEY (`taken_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `handoffs` ADD CONSTRAINT `handoffs_ended_by_users_id_fk` FOREIGN KEY (`ended_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `attachments_owner` ON `attachments` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `attachments_conversation` ON `attachments` (`conversation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `attachments_complaint` ON `attachments` (`complaint_id`);--> statement-breakpoint
CREATE INDEX `attachments_company` ON `attachments` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `message_reactions_company` ON `message_reactions` (`company_id`,`value`,`created_at`);--> statement-breakpoint
CREATE INDEX `handoffs_conversation` ON `handoffs` (`conversation_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `handoffs_company` ON `handoffs` (`company_id`,`status`,`created_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD CONSTRAINT `messages_author_id_users_id_fk` FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `refunds_of_booking` ON `refunds` (`booking_id`);--> statement-breakpoint
ALTER TABLE `refunds` DROP INDEX `refunds_booking`;--> statement-breakpoint
CREATE TABLE `memories` (
	`namespace` varbinary(512) NOT NULL,
	`key` varbinary(255) NOT NULL,
	`value` json NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `memories_pk` PRIMARY KEY(`namespace`,`key`)
);--> statement-breakpoint
ALTER TABLE `checkpoints` DROP PRIMARY KEY, DROP INDEX `checkpoints_created`, MODIFY COLUMN `checkpoint_ns` varbinary(255) NOT NULL, ADD `channel` varbinary(128) NOT NULL AFTER `checkpoint_ns`, CHANGE COLUMN `checkpoint_id` `version` varbinary(64) NOT NULL, MODIFY COLUMN `parent_checkpoint_id` varbinary(64), CHANGE COLUMN `checkpoint` `value` longblob NOT NULL, MODIFY COLUMN `metadata` longblob, ADD PRIMARY KEY(`thread_id`,`checkpoint_ns`,`channel`,`version`);--> statement-breakpoint
ALTER TABLE `checkpoint_writes` MODIFY COLUMN `checkpoint_ns` varbinary(255) NOT NULL, MODIFY COLUMN `checkpoint_id` varbinary(64) NOT NULL, MODIFY COLUMN `channel` varbinary(128) NOT NULL;--> statement-breakpoint
INSERT IGNORE INTO `checkpoints` (`thread_id`, `checkpoint_ns`, `channel`, `version`, `type`, `value`, `created_at`)
SELECT c.thread_id, c.checkpoint_ns, k.channel, json_extract(c.doc, concat('$.channel_versions."', k.channel, '"')), 'json', json_extract(c.doc, concat('$.channel_values."', k.channel, '"')), c.created_at
FROM (SELECT thread_id, checkpoint_ns, created_at, convert(value using utf8mb4) AS doc FROM checkpoints WHERE channel = '') c
JOIN json_table(json_keys(c.doc, '$.channel_values'), '$[*]' COLUMNS (channel varchar(128) PATH '$')) k
WHERE json_extract(c.doc, concat('$.channel_versions."', k.channel, '"')) IS NOT NULL;--> statement-breakpoint
UPDATE `checkpoints` SET `value` = concat('{"v":', json_extract(convert(value using utf8mb4), '$.v'), ',"ts":', json_extract(convert(value using utf8mb4), '$.ts'), ',"channels":', coalesce((SELECT json_arrayagg(json_array(k.channel, cast(json_extract(convert(value using utf8mb4), concat('$.channel_versions."', k.channel, '"')) AS char))) FROM json_table(json_keys(convert(value using utf8mb4), '$.channel_versions'), '$[*]' COLUMNS (channel varchar(128) PATH '$')) k), '[]'), ',"seen":', json_extract(convert(value using utf8mb4), '$.versions_seen'), '}') WHERE `channel` = '';--> statement-breakpoint
ALTER TABLE `providers` ADD `rating_sum` int DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `providers` SET `rating_sum` = round(`rating` * `rating_count`);
