-- The tests make databases of their own, such as convergeai_test.
GRANT ALL PRIVILEGES ON `convergeai\_%`.* TO 'convergeai'@'%';
