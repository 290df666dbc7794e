CREATE TABLE `account_tokens` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`purpose` enum('password_reset','email_verification','phone_verification') NOT NULL,
	`token_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`attempts` smallint NOT NULL DEFAULT 0,
	`expires_at` datetime(3) NOT NULL,
	`used_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `account_tokens_id` PRIMARY KEY(`id`),
	CONSTRAINT `account_tokens_hash` UNIQUE(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`actor_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`idempotency_key` varchar(128) character set ascii collate ascii_bin NOT NULL,
	`route` varchar(128) character set ascii collate ascii_bin NOT NULL,
	`body_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`status` int,
	`response` json,
	`expires_at` datetime(3) NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `idempotency_keys_pk` PRIMARY KEY(`company_id`,`actor_id`,`idempotency_key`)
);
--> statement-breakpoint
CREATE TABLE `refresh_tokens` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`family_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`token_hash` varchar(43) character set ascii collate ascii_bin NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`used_at` datetime(3),
	`revoked_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `refresh_tokens_id` PRIMARY KEY(`id`),
	CONSTRAINT `refresh_tokens_hash` UNIQUE(`token_hash`)
);
--> statement-breakpoint
CREATE TABLE `complaint_updates` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`complaint_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`author_kind` enum('customer','staff','system') NOT NULL,
	`author_id` varchar(32) character set ascii collate ascii_bin,
	`kind` enum('comment','status','assignment','escalation','resolution') NOT NULL,
	`is_internal` boolean NOT NULL DEFAULT false,
	`text` varchar(2000) NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `complaint_updates_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `complaints` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`number` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`booking_id` varchar(32) character set ascii collate ascii_bin,
	`category` enum('safety','damage','overcharge','quality','delay','behaviour','other') NOT NULL,
	`description` varchar(2000) NOT NULL,
	`status` enum('open','in_progress','waiting_for_customer','resolved','closed') NOT NULL DEFAULT 'open',
	`sentiment` decimal(3,2) NOT NULL DEFAULT 0,
	`priority_score` smallint NOT NULL,
	`priority_band` enum('low','medium','high','critical') NOT NULL,
	`assigned_to` varchar(32) character set ascii collate ascii_bin,
	`escalation_level` smallint NOT NULL DEFAULT 0,
	`first_response_due_at` datetime(3) NOT NULL,
	`resolution_due_at` datetime(3) NOT NULL,
	`first_responded_at` datetime(3),
	`resolved_at` datetime(3),
	`resolution` varchar(2000),
	`version` int NOT NULL DEFAULT 1,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `complaints_id` PRIMARY KEY(`id`),
	CONSTRAINT `complaints_company_number` UNIQUE(`company_id`,`number`),
	CONSTRAINT `complaints_priority` CHECK(`complaints`.`priority_score` between 0 and 100),
	CONSTRAINT `complaints_sentiment` CHECK(`complaints`.`sentiment` between -1 and 1)
);
--> statement-breakpoint
CREATE TABLE `priority_queue` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`subject_type` enum('complaint','conversation','booking') NOT NULL,
	`subject_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin,
	`priority_score` smallint NOT NULL,
	`summary` varchar(255) NOT NULL,
	`status` enum('waiting','claimed','done') NOT NULL DEFAULT 'waiting',
	`assigned_to` varchar(32) character set ascii collate ascii_bin,
	`due_at` datetime(3),
	`done_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `priority_queue_id` PRIMARY KEY(`id`),
	CONSTRAINT `priority_queue_subject` UNIQUE(`subject_type`,`subject_id`),
	CONSTRAINT `priority_queue_done` CHECK((`priority_queue`.`status` = 'done') = (`priority_queue`.`done_at` is not null)),
	CONSTRAINT `priority_queue_score` CHECK(`priority_queue`.`priority_score` between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE `permissions` (
	`slug` varchar(40) character set ascii collate ascii_bin NOT NULL,
	`module` varchar(24) character set ascii collate ascii_bin NOT NULL,
	`description` varchar(255) NOT NULL,
	CONSTRAINT `permissions_slug` PRIMARY KEY(`slug`)
);
--> statement-breakpoint
CREATE TABLE `role_permissions` (
	`role_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`permission` varchar(40) character set ascii collate ascii_bin NOT NULL,
	CONSTRAINT `role_permissions_pk` PRIMARY KEY(`role_id`,`permission`)
);
--> statement-breakpoint
CREATE TABLE `roles` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`slug` varchar(40) character set ascii collate ascii_bin NOT NULL,
	`name` varchar(80) NOT NULL,
	`description` varchar(255) NOT NULL,
	`level` smallint NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `roles_id` PRIMARY KEY(`id`),
	CONSTRAINT `roles_company_slug` UNIQUE(`company_id`,`slug`),
	CONSTRAINT `roles_level` CHECK(`roles`.`level` between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE `staff` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`role_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`status` enum('active','suspended') NOT NULL DEFAULT 'active',
	`approved_by` varchar(32) character set ascii collate ascii_bin,
	`approved_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_id` PRIMARY KEY(`id`),
	CONSTRAINT `staff_user` UNIQUE(`user_id`)
);
--> statement-breakpoint
CREATE TABLE `staff_activity_log` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`action` varchar(64) character set ascii collate ascii_bin NOT NULL,
	`subject_type` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`subject_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`request_id` varchar(64) character set ascii collate ascii_bin,
	`data` json NOT NULL,
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_activity_log_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`user_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`ip` varchar(45) character set ascii collate ascii_bin,
	`user_agent` varchar(255),
	`last_seen_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	`revoked_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `staff_sessions_id` PRIMARY KEY(`id`)
);
--> statement-breakpoint
CREATE TABLE `refunds` (
	`id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`company_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`booking_id` varchar(32) character set ascii collate ascii_bin NOT NULL,
	`percent` smallint NOT NULL,
	`amount_paise` int NOT NULL,
	`credit_paise` int NOT NULL DEFAULT 0,
	`reason` varchar(255) NOT NULL,
	`policy_version` varchar(16) character set ascii collate ascii_bin NOT NULL,
	`status` enum('waiting_for_approval','approved','rejected') NOT NULL,
	`decided_by` varchar(32) character set ascii collate ascii_bin,
	`decided_at` datetime(3),
	`created_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	`updated_at` datetime(3) NOT NULL DEFAULT (utc_timestamp(3)),
	CONSTRAINT `refunds_id` PRIMARY KEY(`id`),
	CONSTRAINT `refunds_booking` UNIQUE(`booking_id`),
	CONSTRAINT `refunds_percent` CHECK(`refunds`.`percent` between 0 and 100),
	CONSTRAINT `refunds_amount` CHECK(`refunds`.`amount_paise` >= 0)
);
--> statement-breakpoint
UPDATE `users` SET `role` = 'ops' WHERE `role` = 'admin';--> statement-breakpoint
ALTER TABLE `users` MODIFY COLUMN `role` enum('customer','ops') NOT NULL DEFAULT 'customer';--> statement-breakpoint
ALTER TABLE `bookings` ADD `reschedule_count` smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `bookings` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `providers` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `email_verified_at` datetime(3);--> statement-breakpoint
ALTER TABLE `users` ADD `phone_verified_at` datetime(3);--> statement-breakpoint
ALTER TABLE `users` ADD `picture` varchar(64) character set ascii collate ascii_bin;--> statement-breakpoint
ALTER TABLE `users` ADD `tokens_valid_from` datetime(3);--> statement-breakpoint
ALTER TABLE `users` ADD `scrubbed_at` datetime(3);--> statement-breakpoint
ALTER TABLE `users` ADD `version` int DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `account_tokens` ADD CONSTRAINT `account_tokens_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `account_tokens` ADD CONSTRAINT `account_tokens_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `idempotency_keys` ADD CONSTRAINT `idempotency_keys_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `refresh_tokens` ADD CONSTRAINT `refresh_tokens_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `refresh_tokens` ADD CONSTRAINT `refresh_tokens_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaint_updates` ADD CONSTRAINT `complaint_updates_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaint_updates` ADD CONSTRAINT `complaint_updates_complaint_id_complaints_id_fk` FOREIGN KEY (`complaint_id`) REFERENCES `complaints`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaint_updates` ADD CONSTRAINT `complaint_updates_author_id_users_id_fk` FOREIGN KEY (`author_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaints` ADD CONSTRAINT `complaints_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaints` ADD CONSTRAINT `complaints_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaints` ADD CONSTRAINT `complaints_booking_id_bookings_id_fk` FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `complaints` ADD CONSTRAINT `complaints_assigned_to_users_id_fk` FOREIGN KEY (`assigned_to`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `priority_queue` ADD CONSTRAINT `priority_queue_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `priority_queue` ADD CONSTRAINT `priority_queue_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `priority_queue` ADD CONSTRAINT `priority_queue_assigned_to_users_id_fk` FOREIGN KEY (`assigned_to`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `role_permissions` ADD CONSTRAINT `role_permissions_role_id_roles_id_fk` FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `role_permissions` ADD CONSTRAINT `role_permissions_permission_permissions_slug_fk` FOREIGN KEY (`permission`) REFERENCES `permissions`(`slug`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `roles` ADD CONSTRAINT `roles_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff` ADD CONSTRAINT `staff_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff` ADD CONSTRAINT `staff_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff` ADD CONSTRAINT `staff_role_id_roles_id_fk` FOREIGN KEY (`role_id`) REFERENCES `roles`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff` ADD CONSTRAINT `staff_approved_by_users_id_fk` FOREIGN KEY (`approved_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_activity_log` ADD CONSTRAINT `staff_activity_log_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_activity_log` ADD CONSTRAINT `staff_activity_log_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD CONSTRAINT `staff_sessions_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `staff_sessions` ADD CONSTRAINT `staff_sessions_user_id_users_id_fk` FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `refunds` ADD CONSTRAINT `refunds_company_id_companies_id_fk` FOREIGN KEY (`company_id`) REFERENCES `companies`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `refunds` ADD CONSTRAINT `refunds_booking_id_bookings_id_fk` FOREIGN KEY (`booking_id`) REFERENCES `bookings`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE `refunds` ADD CONSTRAINT `refunds_decided_by_users_id_fk` FOREIGN KEY (`decided_by`) REFERENCES `users`(`id`) ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX `account_tokens_user` ON `account_tokens` (`user_id`,`purpose`,`used_at`);--> statement-breakpoint
CREATE INDEX `account_tokens_expires` ON `account_tokens` (`expires_at`);--> statement-breakpoint
CREATE INDEX `idempotency_keys_expires` ON `idempotency_keys` (`expires_at`);--> statement-breakpoint
CREATE INDEX `refresh_tokens_family` ON `refresh_tokens` (`family_id`);--> statement-breakpoint
CREATE INDEX `refresh_tokens_user` ON `refresh_tokens` (`user_id`,`revoked_at`);--> statement-breakpoint
CREATE INDEX `refresh_tokens_expires` ON `refresh_tokens` (`expires_at`);--> statement-breakpoint
CREATE INDEX `complaint_updates_complaint` ON `complaint_updates` (`complaint_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `complaints_user` ON `complaints` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `complaints_booking` ON `complaints` (`booking_id`);--> statement-breakpoint
CREATE INDEX `complaints_company_status` ON `complaints` (`company_id`,`status`,`priority_score`);--> statement-breakpoint
CREATE INDEX `complaints_company_created` ON `complaints` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `complaints_company_priority` ON `complaints` (`company_id`,`priority_score`);--> statement-breakpoint
CREATE INDEX `complaints_company_due` ON `complaints` (`company_id`,`resolution_due_at`);--> statement-breakpoint
CREATE INDEX `complaints_assigned` ON `complaints` (`assigned_to`,`status`);--> statement-breakpoint
CREATE INDEX `priority_queue_company` ON `priority_queue` (`company_id`,`status`,`priority_score`);--> statement-breakpoint
CREATE INDEX `priority_queue_waiting` ON `priority_queue` (`company_id`,`subject_type`,`done_at`,`priority_score` desc,`id`);--> statement-breakpoint
CREATE INDEX `staff_company_role` ON `staff` (`company_id`,`role_id`);--> statement-breakpoint
CREATE INDEX `staff_activity_company` ON `staff_activity_log` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `staff_activity_user` ON `staff_activity_log` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `staff_activity_subject` ON `staff_activity_log` (`subject_type`,`subject_id`);--> statement-breakpoint
CREATE INDEX `staff_sessions_user` ON `staff_sessions` (`user_id`,`revoked_at`,`expires_at`);--> statement-breakpoint
CREATE INDEX `refunds_company_status` ON `refunds` (`company_id`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `refunds_company_created` ON `refunds` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `bookings_company_status_created` ON `bookings` (`company_id`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `bookings_company_starts` ON `bookings` (`company_id`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_company_created` ON `bookings` (`company_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `bookings_company_pincode_starts` ON `bookings` (`company_id`,`pincode`,`starts_at`);--> statement-breakpoint
CREATE INDEX `bookings_user_created` ON `bookings` (`user_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `providers_company_rating` ON `providers` (`company_id`,`status`,`rating`,`id`);--> statement-breakpoint
CREATE INDEX `providers_company_jobs` ON `providers` (`company_id`,`status`,`jobs_completed`,`id`);--> statement-breakpoint
CREATE INDEX `providers_company_name` ON `providers` (`company_id`,`status`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `users_company_role` ON `users` (`company_id`,`role`,`status`);--> statement-breakpoint
CREATE INDEX `users_deleted` ON `users` (`deleted_at`,`scrubbed_at`);